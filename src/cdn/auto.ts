import '../define/all.js';
import { upgradePage } from './upgrade.js';

void upgradePage();
