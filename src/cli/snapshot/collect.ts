import { FigshareError } from '../../figshare/error.js';
import { isMainApi } from '../../figshare/main-api.js';
import type { AskPath } from '../../figshare/ask-path.js';
import type { Draft } from './builder.js';
import { NotAsked, type Inquiry } from './inquiry.js';
import { SeriesPlan } from './plan.js';

export interface TakeOptions {
  service: string;
  /** @param since - when what is kept in its place came; undefined where there is nothing */
  onFailure: (inquiry: Inquiry, error: FigshareError, since: string | undefined) => void;
}

/**
 * Takes all answers into a draft: whole series first, since several elements may want parts of one; then what each
 * inquiry asks, by the code that elements ask with. What it finds in the draft, an element will find in the file.
 *
 * @throws what is no FigshareError and no NotAsked: a signal's reason, a full disk
 */
export async function take(
  inquiries: readonly Inquiry[],
  draft: Draft,
  { service, onFailure }: TakeOptions,
): Promise<void> {
  for (const whole of await seriesIn(inquiries, draft)) await draft.takeSeries(whole);
  const known = new Set<string>();
  const waiting = [...inquiries];
  for (let inquiry = waiting.shift(); inquiry; inquiry = waiting.shift()) {
    if (known.has(inquiry.key)) continue;
    known.add(inquiry.key);
    try {
      waiting.push(...(await inquiry.run(draft.askPath, service)));
    } catch (error) {
      await draft.settled();
      if (error instanceof NotAsked) continue;
      if (!(error instanceof FigshareError)) throw error;
      const { next, since } = await draft.keep(inquiry);
      onFailure(inquiry, error, since);
      waiting.push(...next);
    }
  }
}

/** Puts all questions to nobody, but for DOIs, to see what series they want. */
async function seriesIn(inquiries: readonly Inquiry[], draft: Draft) {
  const plan = new SeriesPlan();
  const note: AskPath = (path, read, body) => {
    if (isMainApi(path)) return draft.askPath(path, read, body);
    return plan.add(path) ? Promise.resolve(read({ timeline: null })) : Promise.reject(new NotAsked());
  };
  for (const inquiry of inquiries) {
    try {
      await inquiry.run(note);
    } catch (error) {
      // It will fail again, and be told, where it is asked in earnest.
      if (!(error instanceof NotAsked || error instanceof FigshareError)) throw error;
    }
  }
  return plan.wholes;
}
