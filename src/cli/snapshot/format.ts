import { isRecord } from '../../figshare/json.js';
import type { SnapshotFile } from '../../source/snapshot-file.js';

/** A snapshot as text: sorted, with one answer in a line, so that two are easily compared. */
export function snapshotText({ retrieved, answers, ...format }: SnapshotFile): string {
  const lines = Object.entries(answers)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([key, { body, ...held }]) =>
        `    ${JSON.stringify(key)}: ${JSON.stringify({ ...held, body: sorted(body) })}`,
    );
  const version = `"figshare-elements": ${format['figshare-elements']}`;
  return `{
  ${version},
  "retrieved": ${JSON.stringify(retrieved)},
  "answers": {
${lines.join(',\n')}
  }
}
`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
