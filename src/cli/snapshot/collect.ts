import type { AskPath } from '../../figshare/ask-path.js';
import { FigshareError } from '../../figshare/error.js';
import { lookUp } from '../../figshare/main-api.js';
import type { SnapshotBuilder } from './builder.js';
import { planOf } from './plan.js';
import type { PageQuestion } from './questions.js';

export interface CollectOptions {
  /** Address of who answers. */
  service: string;
  /** @param requests - how many are left, as far as they are known */
  onPlan: (requests: number) => void;
  /** @param since - when what is kept in its place came; undefined where there is nothing */
  onFailure: (question: PageQuestion, error: FigshareError, since: string | undefined) => void;
}

/** How many questions ended how. What was new enough in the old file is neither. */
export interface Outcome {
  answered: number;
  failed: number;
}

/**
 * Asks all questions, each once, with all that their answers lead to. They are asked by the code that elements ask with,
 * so what they find in the builder, an element will find in the file.
 *
 * @param outcome - is counted up meanwhile
 * @throws what is no FigshareError: a signal's reason, a full disk
 */
export async function collect(
  questions: readonly PageQuestion[],
  builder: SnapshotBuilder,
  outcome: Outcome,
  { service, onPlan, onFailure }: CollectOptions,
): Promise<void> {
  await lookUpAll(questions, builder);
  const { series, requests } = await planOf(questions, builder);
  builder.want(series);
  onPlan(requests.length);

  const known = new Set<string>();
  const ask = async (question: PageQuestion): Promise<void> => {
    if (known.has(question.key)) return;
    known.add(question.key);
    let isNew = false;
    const askPath: AskPath = async (path, read, body) => {
      const held = await builder.answer(path, read, body);
      isNew ||= held.retrieved >= builder.started;
      return read(held.body);
    };
    const next = await question.ask(askPath, service).catch((error: unknown) => {
      if (!(error instanceof FigshareError)) throw error;
      return error;
    });
    if (next instanceof FigshareError) {
      outcome.failed += 1;
      const kept = await builder.keep(question);
      onFailure(question, next, kept.since);
      await Promise.all(kept.next.map(ask));
    } else {
      if (isNew) outcome.answered += 1;
      await Promise.all(next.map(ask));
    }
  };

  await Promise.all(questions.map(ask));
  await builder.settled();
}

/** Looks up DOIs that do not tell their items: series are known by items. One that fails says so when it is asked. */
async function lookUpAll(questions: readonly PageQuestion[], builder: SnapshotBuilder): Promise<void> {
  const askPath: AskPath = async (path, read, body) => read((await builder.answer(path, read, body)).body);
  const items = questions.flatMap((question) => question.items);
  const lookUps = items.map((item) =>
    lookUp(item, askPath).catch((error: unknown) => {
      if (!(error instanceof FigshareError)) throw error;
    }),
  );
  await Promise.all(lookUps);
}
