/**
 * Every element meets every fault, when it asks first, after a good answer, and with `remember`; and is well again.
 * In Chromium alone: Firefox itself repeats what is reset.
 */
import type { Fault } from '../support/stand-in.js';
import { itemsWith, questions, subjects, type Subject } from './elements.js';
import { anyElement, expect, test, type AnyElement, type Page, type World } from './fixtures.js';
import { sections, type Row } from './rows-on-a-page.js';

interface Case {
  kind: string;
  /** How often the service is asked the same, all in all: never more than once and two tries more. */
  tries: number;
  /** For each element where they differ. */
  fault: Omit<Fault, 'path'> | ((element: Subject) => Omit<Fault, 'path'>);
  /** The waits between the tries are the service's, in milliseconds. */
  wait?: number;
  /** No answer comes until time is up. */
  isSlow?: true;
  /** The page itself refuses, and cannot be told otherwise. */
  isForGood?: true;
}

const polluted =
  '"__proto__":{"views":666,"totals":666,"total":666},"constructor":{"prototype":{"polluted":true}}';
const hostile = ({ tag }: Subject) => {
  const name = tag.replace('figshare-', '');
  return `{${polluted},"${name}":{"__proto__":{"total":666}}}`;
};

const faults: Record<string, Case> = {
  'refused to other sites (CORS)': { fault: { fault: 'no-cors' }, kind: 'unreachable', tries: 2 },
  'refused by the page’s policy': { fault: { fault: 500 }, kind: 'unreachable', tries: 0, isForGood: true },
  'a connection that is reset': { fault: { fault: 'reset' }, kind: 'unreachable', tries: 2 },
  'half a body': { fault: { fault: 'half' }, kind: 'unreachable', tries: 2 },
  'no answer': { fault: { fault: 'hang' }, kind: 'unreachable', tries: 1, isSlow: true },
  'a body that drips for ever': { fault: { fault: 'drip' }, kind: 'unreachable', tries: 1, isSlow: true },
  '202, a firewall’s challenge': { fault: { fault: 202 }, kind: 'busy', tries: 1 },
  '400': { fault: { fault: 400 }, kind: 'invalid', tries: 1 },
  '401': { fault: { fault: 401 }, kind: 'forbidden', tries: 1 },
  '403': { fault: { fault: 403 }, kind: 'forbidden', tries: 1 },
  '404': { fault: { fault: 404 }, kind: 'not-found', tries: 1 },
  '429': { fault: { fault: 429 }, kind: 'busy', tries: 1 },
  '429 for 3 seconds': { fault: { fault: 429, retryAfter: 3 }, kind: 'busy', tries: 3, wait: 3000 },
  '429 for an hour': { fault: { fault: 429, retryAfter: 3600 }, kind: 'busy', tries: 1 },
  '500': { fault: { fault: 500 }, kind: 'unavailable', tries: 3 },
  '503': { fault: { fault: 503 }, kind: 'unavailable', tries: 3 },
  '503 for 5 seconds': { fault: { fault: 503, retryAfter: 5 }, kind: 'unavailable', tries: 3, wait: 5000 },
  HTML: { fault: { fault: 'html' }, kind: 'bad-data', tries: 1 },
  'another shape': { fault: { fault: 'body', raw: '{"answer":[46088]}' }, kind: 'bad-data', tries: 1 },
  'an empty body': { fault: { fault: 'body', raw: '' }, kind: 'bad-data', tries: 1 },
  'hostile keys': {
    fault: (element) => ({ fault: 'body', raw: hostile(element) }),
    kind: 'bad-data',
    tries: 1,
  },
  '20 MB': { fault: { fault: 'large', bytes: 20_000_000 }, kind: 'bad-data', tries: 1 },
};

/** Where asking again may help, the reader is offered to. */
const canHeal = /unreachable|unavailable|busy|bad-data/;
const wordsOf = (kind: string) => (canHeal.test(kind) ? /did not answer\./ : /: not known$/);

declare global {
  interface Window {
    /** Waits between tries that were cut to nothing, in milliseconds. */
    waits: number[];
    /** Ends all that has ten seconds' time. */
    timeIsUp: () => void;
  }
}

/** Runs in the page: a wait between two tries is over at once, and ten seconds are when the test says so. */
function holdTime(): void {
  const setTimeout = window.setTimeout.bind(window);
  const clearTimeout = window.clearTimeout.bind(window);
  const held = new Map<number, () => void>();
  window.waits = [];
  window.timeIsUp = () => held.forEach((task) => task());
  window.setTimeout = ((task: () => void, delay = 0, ...more: unknown[]) => {
    if (delay === 10_000) {
      const timer = -1 - held.size; // no timer of the browser's has such a number
      held.set(timer, task);
      return timer;
    }
    if (delay < 200) return setTimeout(task, delay, ...more);
    window.waits.push(delay);
    return setTimeout(task, 0);
  }) as typeof window.setTimeout;
  window.clearTimeout = (timer) => {
    if (held.has(timer as number)) held.set(timer as number, () => undefined);
    else clearTimeout(timer);
  };
}

interface Cell {
  name: string;
  element: Subject;
  fault: Case;
  world: World;
  source: string;
}

/** A row's element as it is now. */
interface Reading {
  name: string;
  status: string;
  /** What is seen of it. */
  text: string;
  hasFallback: boolean;
  /** Kinds of the errors that it told, with its state then. */
  told: string[];
}

const link = '<a href="https://example.org/">The data</a>';

test.describe('each element and each fault', () => {
  test.use({ ownContext: true });

  /** Each has a host of its own, since four hanging questions hold up all others to their host. */
  const cells: Cell[] = [];

  test.beforeEach(async ({ page, standIn, path }) => {
    cells.length = 0;
    await page.addInitScript(holdTime);
    for (const [number, [what, fault]] of Object.entries(faults).entries())
      for (const element of subjects) {
        const host = `${element.tag}-${number}`;
        const world = standIn.world(`${path.slice(1)}-${host}`);
        world.settings({ exposeRetryAfter: true });
        const source = fault.isForGood ? world.url : world.url.replace('127.0.0.1', `${host}.localhost`);
        cells.push({ name: `${element.tag}: ${what}`, element, fault, world, source });
      }
  });

  test.afterEach(() => {
    for (const { world } of cells) world.forget();
  });

  const spoil = () => {
    for (const { element, fault, world } of cells)
      world.faults([
        { path: '*', ...(typeof fault.fault === 'function' ? fault.fault(element) : fault.fault) },
      ]);
  };
  const heal = () => {
    for (const { world } of cells) world.faults([]);
  };
  const asked = () => cells.map(({ world }) => questions(world).length);

  /** A page of all cells, and beside them each element as it is when nothing is wrong. */
  const pageOf = (itemOf: (element: Subject) => string, attributes = '', content = '') =>
    sections(
      ...cells.map(({ name, element, source }): Row => [
        name,
        element.html(itemOf(element), `loading="eager" source="${source}" ${attributes}`, content),
      ]),
      ...subjects.map(({ tag, item, html }): Row => [tag, html(item, 'loading="eager"', content)]),
    );

  /** Waits until each is in a state and has said so, those that are slow when time is up. */
  async function allBecome(
    page: Page,
    status: 'ready' | 'error' | 'stale',
    except: string[] = [],
  ): Promise<void> {
    const wait = (isLate: boolean) =>
      expect
        .poll(
          () =>
            page.locator('[data-row]').evaluateAll(
              (all, { selector, wanted, slow, others }) => {
                const { loads, errors } = window.seen();
                const told = new Set((wanted === 'ready' ? loads : errors).map(({ row }) => row));
                return all.flatMap((one) => {
                  const row = (one as HTMLElement).dataset['row']!;
                  const { status } = one.querySelector<AnyElement>(selector)!;
                  const isWell = slow.includes(row)
                    ? status === 'loading'
                    : status === wanted && told.has(row);
                  return isWell || others.includes(row) ? [] : `${row} is ${status}`;
                });
              },
              {
                selector: anyElement,
                wanted: status,
                others: [...subjects.map(({ tag }) => tag), ...except],
                slow: isLate ? [] : cells.filter(({ fault }) => fault.isSlow).map(({ name }) => name),
              },
            ),
          { intervals: [100], timeout: 20_000 },
        )
        .toEqual([]);
    if (status !== 'ready') {
      await wait(false);
      await page.evaluate(() => window.timeIsUp());
    }
    await wait(true);
  }

  /** Waits until each has failed, and checks all but what is seen of it. */
  async function allFail(
    page: Page,
    status: 'error' | 'stale',
    before: number[],
  ): Promise<Map<string, Reading>> {
    await allBecome(page, status);
    const all = await read(page);
    for (const [index, { name, fault, world }] of cells.entries()) {
      expect.soft(all.get(name)!.told, name).toEqual([`${fault.kind} ${status}`]);
      const counts = new Map<string, number>();
      for (const { path, query } of questions(world).slice(before[index]))
        counts.set(path + query, (counts.get(path + query) ?? 0) + 1);
      await world.wait({ open: 0 });
      const isCut = fault.isSlow ?? name.endsWith('20 MB');
      if (isCut) expect.soft(questions(world).at(-1)!.aborted, name).toBe(true);
      // What is asked at the same time may be cut off by the failure of the other.
      const [first = 0, ...others] = counts.values();
      expect.soft(first, `${name}: requests`).toBe(fault.tries);
      for (const other of others) expect.soft(other, `${name}: requests`).toBeLessThanOrEqual(fault.tries);
    }
    const waits = await page.evaluate(() => window.waits);
    for (const { fault } of cells) if (fault.wait) expect.soft(waits).toContain(fault.wait);
    for (const { tag, recorded } of subjects) {
      const { status: now, text, told } = all.get(tag)!;
      expect.soft({ now, told }, tag).toEqual({ now: 'ready', told: [] });
      expect.soft(text, tag).toContain(recorded.seen);
    }
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    return all;
  }

  /** Waits until each shows its number. */
  async function allHeal(page: Page, numberOf: (element: Subject) => string): Promise<void> {
    const lost = cells.filter(({ fault }) => fault.isForGood).map(({ name }) => name);
    await allBecome(page, 'ready', lost);
    const all = await read(page);
    for (const { name, element, fault } of cells)
      if (!fault.isForGood) expect.soft(all.get(name)!.text, name).toContain(numberOf(element));
  }

  test('on its first question: the fallback stays; when its item is set again, it heals', async ({
    page,
    show,
    world,
    log,
  }) => {
    spoil();
    await show(
      pageOf(({ item }) => item, '', link),
      { head: policyOf(world) },
    );
    const all = await allFail(page, 'error', []);
    for (const { name, element, fault } of cells) {
      const { text, hasFallback } = all.get(name)!;
      expect.soft(hasFallback, name).toBe(true);
      // Beside the fallback, what stands in a line says nothing.
      if (element.inSentences.length === 0) expect.soft(text, name).toMatch(wordsOf(fault.kind));
      else expect.soft(text, name).toBe('');
    }
    expect(new Set(log.warnings).size).toBe(log.warnings.length);

    heal();
    await ownOf(page).evaluateAll((all) =>
      all.forEach((one) => one.setAttribute('item', one.getAttribute('item')!)),
    );
    await allHeal(page, ({ recorded }) => recorded.seen);
  });

  test('after a good answer: no old number shows; at "Try again", or back from the cache, it heals', async ({
    page,
    show,
    world,
  }) => {
    for (const { world } of cells) world.settings(itemsWith({ 21: 4321 }));
    await show(pageOf(() => '21'));
    await allBecome(page, 'ready');
    const before = asked();
    spoil();
    await page.evaluate((policy) => document.head.insertAdjacentHTML('beforeend', policy), policyOf(world));
    await ownOf(page).evaluateAll((all) => all.forEach((one) => one.setAttribute('item', '22')));
    const all = await allFail(page, 'error', before);
    for (const { name, element, fault } of cells) {
      const words = element.inSentences.length > 0 ? /^–/ : wordsOf(fault.kind);
      expect.soft(all.get(name)!.text, name).toMatch(words);
      expect.soft(all.get(name)!.text, name).not.toContain('4,321');
    }

    for (const { world } of cells) world.settings(itemsWith({ 22: 8765 }));
    heal();
    const pressed = await ownOf(page).evaluateAll(async (all) => {
      const kinds: (string | undefined)[] = [];
      for (const one of all as AnyElement[]) {
        const part = (name: string) => one.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`);
        if (!part('button')) part('base')!.focus({ focusVisible: true });
        await one.updateComplete;
        kinds.push(part('button')?.textContent.trim());
        part('button')?.click();
        await new Promise((resolve) => setTimeout(resolve)); // the focus goes on to what was asked for
      }
      return kinds;
    });
    for (const [index, { name, fault }] of cells.entries())
      expect.soft(pressed[index], name).toBe(canHeal.test(fault.kind) ? 'Try again' : undefined);
    // What nobody was offered to ask again.
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await allHeal(page, () => '8,765');
  });

  test('with remember: the last good number shows with its date; when the browser is online again, it heals', async ({
    page,
    show,
    world,
  }) => {
    await show(pageOf(({ item }) => item, 'remember'));
    await allBecome(page, 'ready');
    const before = asked();
    spoil();
    await page.evaluate(() => {
      const day = /"retrieved":"[^"]*"/g;
      const stored = localStorage.getItem('figshare-elements')!;
      localStorage.setItem('figshare-elements', stored.replace(day, '"retrieved":"2025-11-03T12:00:00Z"'));
    });
    await show(
      pageOf(({ item }) => item, 'remember'),
      { head: policyOf(world) },
    );
    const all = await allFail(page, 'stale', before);
    for (const { name, element } of cells) {
      expect.soft(all.get(name)!.text, name).toContain(element.recorded.seen);
      expect.soft(all.get(name)!.text, name).toContain('Nov 3, 2025');
    }

    heal();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await allHeal(page, ({ recorded }) => recorded.seen);
    const healed = await read(page);
    for (const { name, fault } of cells)
      if (!fault.isForGood) expect.soft(healed.get(name)!.text, name).not.toContain('Nov 3, 2025');
  });
});

/** Asked may be a world, and hosts with names of their own. */
const policyOf = ({ url }: World) =>
  `<meta http-equiv="content-security-policy" content="connect-src http://*.localhost:${new URL(url).port} ${url}/">`;

/** The elements that meet a fault. */
const ownOf = (page: Page) => page.locator('[data-row*=": "] > *');

/** All rows as they are. */
async function read(page: Page): Promise<Map<string, Reading>> {
  const all = await page.locator('[data-row]').evaluateAll((rows, selector) => {
    const { errors } = window.seen();
    return rows.map((row): Reading => {
      const element = row.querySelector<AnyElement>(selector)!;
      const shown = element.shadowRoot!.querySelector('.root')!.cloneNode(true) as HTMLElement;
      shown.querySelectorAll('.unseen, [inert], .waiting, .title').forEach((hidden) => hidden.remove());
      const name = (row as HTMLElement).dataset['row']!;
      return {
        name,
        status: element.status,
        text: shown.textContent.replace(/\s+/g, ' ').trim(),
        hasFallback: !!element.firstElementChild?.checkVisibility({ visibilityProperty: true }),
        told: errors.filter((error) => error.row === name).map(({ kind, status }) => `${kind} ${status}`),
      };
    });
  }, anyElement);
  return new Map(all.map((reading) => [reading.name, reading]));
}
