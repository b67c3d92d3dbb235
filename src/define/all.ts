// In this order the file that holds all of them is the smallest.
import './figshare-count.js';
import './figshare-top.js';
import './figshare-breakdown.js';
import './figshare-timeline.js';
import './figshare-stats.js';
