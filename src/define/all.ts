import './figshare-stats.js';
