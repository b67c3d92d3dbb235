/** Where the numbers come from on the page that it is for, and whether that will work there. */
import type { Choice } from '../snippets/choice.js';
import { snapshotCommand } from '../snippets/fill.js';
import { box } from './box.js';
import { recipeOf } from './boxes.js';
import type { Verdict } from './verdict.js';
import { find } from '../site/find.js';

export type From = 'live' | 'file' | 'relay';

/** Names of the ways, in a sentence. */
const ways: Record<string, string> = {
  live: 'figshare itself',
  file: 'a file beside the page',
  relay: 'a relay',
  image: 'an image',
};

export const fileAddress = '/figshare.json';
export const relayAddress = 'https://relay.example.edu';

export const fromOf = ({ source }: Choice): From =>
  source === '' ? 'live' : /\.json(\s|$)/.test(source) ? 'file' : 'relay';

export function showWhereFrom(choice: Choice): void {
  const from = fromOf(choice);
  for (const input of document.querySelectorAll<HTMLInputElement>('[name=from]'))
    input.checked = input.value === from;
  find('#source-field').hidden = from === 'live';
  const field = find('#source', HTMLInputElement);
  if (document.activeElement !== field) field.value = choice.source;
  find('#source-says').textContent = {
    live: 'Your readers’ browsers ask stats.figshare.com. If your page sends a content policy, it must allow connect-src https://stats.figshare.com.',
    file: 'One file that a job of yours writes at night. Your readers’ browsers ask your site alone, and nothing has to run by day.',
    relay:
      'A small server of yours asks figshare and keeps the answers for an hour. Your readers’ browsers ask that.',
  }[from];
  find('#command').replaceChildren(
    ...(from === 'file'
      ? [box('The command that writes the file', snapshotCommand(choice.item), false)]
      : []),
    ...(from === 'relay'
      ? [box('The command that runs the relay', 'npx figshare-elements relay --port 8787', false)]
      : []),
  );
}

/** Tells in words what was found out, and what fits the place that was chosen. */
export function showVerdict({ isAnswered, took }: Verdict, choice: Choice, source: string): void {
  const { host } = new URL(source, location.href);
  const said = document.createElement('p');
  const first = document.createElement('span');
  first.className = isAnswered ? 'good' : 'bad';
  first.textContent = isAnswered ? 'Yes.' : 'No.';
  const fits = recipeOf(choice).sources;
  const other = fits.filter((way) => way !== 'live');
  said.append(
    first,
    isAnswered
      ? ` ${host} answered this browser from another site (${Math.round(took)} ms, asked just now).`
      : ` ${host} did not answer this browser. Either it refuses pages on other sites, or a blocker or your network stands between. What fits here is ${listed(other)}.`,
  );
  const more = document.createElement('p');
  more.className = 'small muted';
  more.textContent = isAnswered
    ? `Should your readers meet a blocker, ${listed(other)} works without asking figshare.`
    : 'The snippet can be changed to that below.';
  find('#verdict').replaceChildren(said, more);
}

function listed(names: string[]): string {
  const words = names.map((name) => ways[name] ?? name);
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}` : (words[0] ?? 'an image');
}
