import '../define/figshare-stats.js';
