// All elements, and `upgrade` among them: in this order the file is the smallest.
import '../define/figshare-count.js';
import { upgradePage } from './upgrade.js';
import '../define/figshare-top.js';
import '../define/figshare-breakdown.js';
import '../define/figshare-timeline.js';
import '../define/figshare-stats.js';

void upgradePage();
