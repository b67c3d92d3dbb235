/** Attributes change and elements come, go and move at any moment; nothing is left of those that are gone. */
import { itemsWith, subjects } from './elements.js';
import { anyElement, expect, poll, seen, test, type AnyElement, type Page } from './fixtures.js';

/** So many microtasks later than what they follow. */
const moments = 10;
const numberOf = (id: number) => 10_000 + id;
const numbersOf = (first: number, count: number) =>
  itemsWith(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [first + index, numberOf(first + index)])),
  );

declare global {
  interface Window {
    /** Elements that showed another number than their item's, in any frame. */
    strange: string[];
    /** What elements may leave behind, counted. */
    left: () => Record<string, number>;
  }
}

/** What is wrong with the elements in the end: each has to show the number of its own item. */
const wrongOf = (page: Page) =>
  page.locator(anyElement).evaluateAll((all) =>
    (all as AnyElement[]).flatMap((one) => {
      const number = (10_000 + Number(one.item)).toLocaleString('en');
      const { textContent } = one.shadowRoot!.querySelector('.root')!;
      const isWell = one.status === 'ready' && textContent.includes(number);
      return isWell ? [] : `${one.outerHTML} is ${one.status}: ${textContent}`;
    }),
  );

/** Every answer that was told is its item's own. */
async function answersAreTheirOwn(page: Page): Promise<void> {
  const { loads, errors } = await seen(page);
  expect(errors).toEqual([]);
  const strange = loads.filter(
    ({ item, answer }) => !JSON.stringify(answer).includes(String(numberOf(Number(item)))),
  );
  expect(strange).toEqual([]);
}

test('at every moment of a question its item may change, or its element leave, return or move', async ({
  page,
  show,
  world,
}) => {
  const ways = [
    'another item',
    'leave and return',
    'move',
    'leave, and return later',
    'another item and back',
  ];
  const count = subjects.length * ways.length * moments;
  world.settings(numbersOf(1000, count));
  world.settings(numbersOf(3000, count));
  await show('<main></main><aside></aside>');
  await page.evaluate(
    async ({ tags, ways, moments }) => {
      const { fetch } = window;
      /** What happens when the answer about an item is there. */
      const plans = new Map<string, () => Promise<void>>();
      window.fetch = async (address, init) => {
        const response = await fetch(address, init);
        const text = await response.text();
        const asked = JSON.stringify([address, init?.body]);
        for (const [item, plan] of plans) if (asked.includes(item)) void plan();
        return new Response(text, { status: response.status });
      };
      const [main, aside] = [document.querySelector('main')!, document.querySelector('aside')!];
      const later = async (count: number) => {
        for (let turn = 0; turn < count; turn++) await Promise.resolve();
      };
      const acts: Record<string, (element: Element, other: string) => unknown> = {
        'another item': (element, other) => element.setAttribute('item', other),
        'leave and return'(element) {
          element.remove();
          main.append(element);
        },
        move: (element) => aside.append(element),
        async 'leave, and return later'(element) {
          element.remove();
          await later(3);
          main.append(element);
        },
        async 'another item and back'(element, other) {
          const item = element.getAttribute('item')!;
          element.setAttribute('item', other);
          await later(2);
          element.setAttribute('item', item);
        },
      };
      window.strange = [];
      const look = () => {
        for (const one of document.querySelectorAll<AnyElement>('main > *, aside > *')) {
          const number = (10_000 + Number(one.item)).toLocaleString('en');
          const { textContent } = one.shadowRoot!;
          if (one.status === 'ready' && !one.isUpdatePending && !textContent.includes(number))
            window.strange.push(`${one.outerHTML}: ${textContent}`);
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      let id = 1000;
      for (const [tag, attributes] of tags)
        for (const way of ways)
          for (let moment = 0; moment < moments; moment++, id++) {
            const holder = document.createElement('div');
            holder.innerHTML = `<${tag} item="${id}" ${attributes} loading="eager"></${tag}>`;
            const element = holder.firstElementChild!;
            const act = async () => {
              plans.delete(String(id));
              await later(moment * 3); // the way of an answer to its element is so long
              await acts[way]!(element, String(Number(element.getAttribute('item')) + 2000));
            };
            // Half of them while they begin to ask, half when the answer is there.
            if (moment % 2 === 0) plans.set(String(id), act);
            main.append(element);
            if (moment % 2 === 1) void act();
          }
      return id;
    },
    { tags: subjects.map(({ tag, question }) => [tag, question] as const), ways, moments },
  );
  await poll(() => wrongOf(page)).toEqual([]);
  await expect(page.locator(anyElement)).toHaveCount(count);
  await answersAreTheirOwn(page);
  expect(await page.evaluate(() => window.strange)).toEqual([]);
  await world.wait({ open: 0 });
});

for (const seed of [1, 20_260_520])
  test(`a storm of 400 changes, seed ${seed}, ends with the numbers of the items that are there`, async ({
    page,
    show,
    world,
  }) => {
    world.settings({ ...numbersOf(1000, 12), delay: 5 });
    await show('<main></main><aside></aside>');
    await page.evaluate(
      async ({ tags, seed }) => {
        let state = seed;
        /** A whole number below a limit (Park and Miller). */
        const below = (limit: number) => (state = (state * 48_271) % 2_147_483_647) % limit;
        const places = [document.querySelector('main')!, document.querySelector('aside')!];
        const all = [...tags, ...tags].map(([tag, attributes]) => {
          const holder = document.createElement('div');
          holder.innerHTML = `<${tag} item="1000" ${attributes} loading="eager"></${tag}>`;
          return holder.firstElementChild!;
        });
        const acts = [
          (one: Element) => one.setAttribute('item', String(1000 + below(12))),
          (one: Element) => one.setAttribute('item', String(1000 + below(12))),
          (one: Element) => one.setAttribute('item', one.getAttribute('item')!),
          (one: Element) => one.remove(),
          (one: Element) => places[below(2)]!.append(one),
          (one: Element) => one.toggleAttribute('remember'),
          (one: Element) => one.setAttribute('lang', ['en', 'de', 'ar'][below(3)]!),
          () => dispatchEvent(new Event('online')),
        ];
        const waits = [
          () => undefined,
          () => Promise.resolve(),
          () => new Promise((resolve) => setTimeout(resolve, below(8))),
          () => new Promise(requestAnimationFrame),
        ];
        for (let turn = 0; turn < 400; turn++) {
          acts[below(acts.length)]!(all[below(all.length)]!);
          await waits[below(waits.length)]!();
        }
        for (const one of all) {
          one.removeAttribute('lang');
          if (!one.isConnected) places[0]!.append(one);
        }
      },
      { tags: subjects.map(({ tag, question }) => [tag, question] as const), seed },
    );
    await poll(() => wrongOf(page)).toEqual([]);
    await expect(page.locator(anyElement)).toHaveCount(2 * subjects.length);
    await answersAreTheirOwn(page);
    await world.wait({ open: 0 });
  });

/** Runs in the page before anything else: counts what is taken and given back. */
function countAll(): void {
  const listeners = new Map<string, number>();
  const global = [window, document, document.documentElement] as EventTarget[];
  const known = new WeakMap<EventListenerOrEventListenerObject, Set<string>>();
  const proto = EventTarget.prototype;
  const { addEventListener, removeEventListener } = proto;
  const change = (type: string, listener: EventListenerOrEventListenerObject, by: 1 | -1) => {
    const types = known.get(listener) ?? new Set();
    known.set(listener, types);
    if (by === 1 ? types.has(type) : !types.has(type)) return;
    if (by === 1) types.add(type);
    else types.delete(type);
    listeners.set(type, (listeners.get(type) ?? 0) + by);
  };
  proto.addEventListener = function (type, listener, options) {
    addEventListener.call(this, type, listener, options);
    if (!listener || !global.includes(this)) return;
    change(type, listener, 1);
    const signal = typeof options === 'object' ? options?.signal : undefined;
    if (signal) addEventListener.call(signal, 'abort', () => change(type, listener, -1));
  };
  proto.removeEventListener = function (type, listener, options) {
    removeEventListener.call(this, type, listener, options);
    if (listener && global.includes(this)) change(type, listener, -1);
  };

  const observed: Record<string, Set<object>> = {};
  for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver'] as const) {
    const set = (observed[name] = new Set());
    const of = new WeakMap<object, Map<Node, object>>();
    const { prototype } = window[name] as unknown as {
      prototype: Record<'observe' | 'unobserve' | 'disconnect', (node: Node, options?: object) => void>;
    };
    const { observe, unobserve, disconnect } = prototype;
    prototype.observe = function (node, options) {
      observe.call(this, node, options);
      const mine = of.get(this) ?? new Map<Node, object>();
      of.set(this, mine);
      if (!mine.has(node)) mine.set(node, {});
      set.add(mine.get(node)!);
    };
    const drop = (mine: Map<Node, object> | undefined, node: Node) => {
      set.delete(mine?.get(node) ?? {});
      mine?.delete(node);
    };
    if (unobserve)
      prototype.unobserve = function (node) {
        unobserve.call(this, node);
        drop(of.get(this), node);
      };
    prototype.disconnect = function (node) {
      disconnect.call(this, node);
      const mine = of.get(this);
      for (const one of [...(mine?.keys() ?? [])]) drop(mine, one);
    };
  }

  const timers = new Set<number>();
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  window.setTimeout = ((task: (...all: unknown[]) => void, delay?: number, ...more: unknown[]) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      task(...more);
    }, delay);
    timers.add(timer);
    return timer;
  }) as typeof window.setTimeout;
  window.setInterval = ((task: () => void, delay?: number) => {
    const timer = setInterval(task, delay);
    timers.add(timer);
    return timer;
  }) as typeof window.setInterval;
  window.clearTimeout = window.clearInterval = (timer) => {
    clearTimeout(timer);
    clearInterval(timer);
    timers.delete(timer as number);
  };

  window.left = () => ({
    ...Object.fromEntries([...listeners].map(([type, count]) => [`${type} listeners`, count])),
    ...Object.fromEntries(Object.entries(observed).map(([name, set]) => [name, set.size])),
    timers: timers.size,
  });
}

test.describe('a thousand elements', () => {
  test.use({ ownContext: true });

  test('that came and went leave no listener, observer, timer or element behind, whatever state they were in', async ({
    page,
    show,
    world,
  }) => {
    await page.addInitScript(countAll);
    world.settings(numbersOf(1000, 10));
    await show('<main></main>');
    // So that neither a frame nor a task of the page's holds what it was called with.
    const cycle = async (count: number) => {
      world.faults(
        subjects.flatMap(({ asks }) => [
          { ...asks(1001), fault: 'hang' } as const,
          { ...asks(1002), fault: 403 } as const,
        ]),
      );
      await page.evaluate(
        ({ tags, count, slow }) => {
          const loadings = ['eager', 'lazy', 'click'];
          const html = Array.from({ length: count }, (_, index) => {
            const [tag, attributes, variants] = tags[index % tags.length]!;
            const variant = variants[Math.floor(index / 15) % variants.length]!;
            const loading = loadings[Math.floor(index / 5) % 3]!;
            const item = 1000 + (Math.floor(index / 45) % 5);
            const source = item === 1001 ? slow : '';
            return `<${tag} item="${item}" source="${source}" ${attributes} variant="${variant}" loading="${loading}"></${tag}>`;
          });
          document.querySelector('main')!.innerHTML = html.join('\n');
        },
        {
          tags: subjects.map(({ tag, question, variants }) => [tag, question, variants] as const),
          count,
          // Questions that hang hold up all others to their host.
          slow: world.url.replace('127.0.0.1', 'localhost'),
        },
      );
      const started = (item: string) =>
        page
          .locator(anyElement)
          .evaluateAll(
            (all, item) =>
              (all as AnyElement[]).filter(
                (one) =>
                  one.getAttribute('loading') === 'eager' &&
                  one.item === item &&
                  !/ready|empty|error/.test(one.status),
              ).length,
            item,
          );
      for (const item of ['1000', '1002', '1003', '1004']) await poll(() => started(item)).toBe(0);
      await page.evaluate(() => {
        const all = [...document.querySelectorAll<AnyElement>('main > *')];
        const refs = ((window as unknown as { refs: WeakRef<object>[] }).refs = []) as WeakRef<object>[];
        for (const one of all) refs.push(new WeakRef(one));
        document.querySelector('main')!.replaceChildren();
      });
      await world.wait({ open: 0 });
      await poll(() => page.evaluate(() => window.left()['timers'])).toBe(0);
      await page.requestGC();
      return page.evaluate(() => window.left());
    };
    const before = await cycle(225);
    const after = await cycle(1000);
    expect(after).toEqual(before);
    expect(before).toMatchObject({ IntersectionObserver: 0, ResizeObserver: 0, timers: 0 });
    const alive = () =>
      page.evaluate(() => {
        const { refs } = window as unknown as { refs: WeakRef<object>[] };
        return refs.filter((ref) => ref.deref()).length;
      });
    await expect
      .poll(async () => {
        await page.requestGC();
        return alive();
      })
      .toBe(0);
  });
});
