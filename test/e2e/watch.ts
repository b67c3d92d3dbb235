import type {} from '../../src/elements/figshare-element.js'; // the types of its events

/** What happened on a page, in the order it happened. */
export interface Seen {
  loads: (Who & {
    answer: unknown;
    source: string;
    retrieved: number;
    isDate: boolean;
  })[];
  errors: (Who & { kind: string; message: string; isError: boolean })[];
  /** What the content security policy refused. */
  violations: string[];
  /** Layout shifts, where the browser tells them (Chromium). */
  shifts: { value: number; nodes: string[] }[];
}

/** Which element said something, and its state then. */
interface Who {
  tag: string;
  item: string;
  status: string;
  /** The row of a table that it stands in (rows-on-a-page.ts). */
  row: string;
}

declare global {
  interface Window {
    seen: () => Seen;
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** Runs in the page before anything else, and in its frames. */
export function watch(): void {
  const all: Seen = { loads: [], errors: [], violations: [], shifts: [] };
  const who = (event: Event) => {
    const element = event.composedPath()[0] as Element & { status: string };
    return {
      tag: element.localName,
      item: element.getAttribute('item') ?? '',
      status: element.status,
      row: element.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? '',
    };
  };
  addEventListener('figshare-load', (event) => {
    const { answer, source, retrieved } = event.detail;
    all.loads.push({
      ...who(event),
      answer,
      source,
      retrieved: +retrieved,
      isDate: retrieved instanceof Date,
    });
  });
  addEventListener('figshare-error', (event) => {
    const { detail } = event;
    const { kind, message } = detail;
    all.errors.push({ ...who(event), kind, message, isError: detail instanceof Error });
  });
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    all.violations.push([effectiveDirective, blockedURI, sample].join(' '));
  });

  const rowAt = ({ x, y }: DOMRectReadOnly) =>
    document.elementFromPoint(x + 1, y + 1)?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? 'no row';
  const boxOf = ({ x, y, width, height }: DOMRectReadOnly) =>
    [x, y, width, height].map((side) => side.toFixed(1)).join(' ');

  const addShifts = (entries: PerformanceEntryList) => {
    for (const { value, sources } of entries as LayoutShift[]) {
      // A node in a shadow tree is null here: its row is found by its place.
      const nodes = sources.map(({ node, previousRect: from, currentRect: to }) =>
        node
          ? `${node.nodeName} ${node.textContent?.trim().slice(0, 40)}`
          : `in ${rowAt(to)}: ${boxOf(from)} to ${boxOf(to)}`,
      );
      all.shifts.push({ value, nodes });
    }
  };
  const observer = new PerformanceObserver((list) => addShifts(list.getEntries()));
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    observer.observe({ type: 'layout-shift', buffered: true });

  window.seen = () => {
    addShifts(observer.takeRecords());
    return all;
  };
}
