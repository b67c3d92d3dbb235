import './figshare-stats.js';
import './figshare-timeline.js';
