import './figshare-breakdown.js';
import './figshare-count.js';
import './figshare-stats.js';
import './figshare-timeline.js';
import './figshare-top.js';
