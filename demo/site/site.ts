import './copy.js';
