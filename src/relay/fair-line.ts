/** Who asks what waits: whether its answer has been known before, and the site it is asked from, where that is known. */
export interface Asker {
  isKnown: boolean;
  origin: string;
}

interface InLine extends Asker {
  id: string | undefined;
  run: () => Promise<unknown>;
}

/** Those who wait, by site; the site whose turn is next stands first. */
type Line = Map<string, InLine[]>;

/**
 * The order in which questions get their turn, for `PQueue`. Those whose answers have been known before and those that
 * are new take turns, so that neither waits for more than one of the other; among each of them the sites do.
 */
export class FairLine {
  readonly #known: Line = new Map();
  readonly #new: Line = new Map();
  #wasKnown = false;

  get size(): number {
    return this.#all().length;
  }

  enqueue(run: InLine['run'], { id, isKnown = false, origin = '' }: Partial<InLine> = {}): void {
    const line = this.#lineOf(isKnown);
    line.set(origin, [...(line.get(origin) ?? []), { run, id, isKnown, origin }]);
  }

  dequeue(): InLine['run'] | undefined {
    const isKnown = this.#lineOf(!this.#wasKnown).size > 0 ? !this.#wasKnown : this.#wasKnown;
    const line = this.#lineOf(isKnown);
    const [first] = line;
    if (!first) return undefined;
    const [origin, [next, ...others]] = first;
    line.delete(origin);
    if (others.length > 0) line.set(origin, others); // at the end
    this.#wasKnown = isKnown;
    return next!.run;
  }

  remove(id: string): void {
    const one = this.#all().find((one) => one.id === id);
    if (!one) return;
    const line = this.#lineOf(one.isKnown);
    const others = line.get(one.origin)!.filter((other) => other !== one);
    if (others.length > 0) line.set(one.origin, others);
    else line.delete(one.origin);
  }

  filter(): InLine['run'][] {
    return this.#all().map(({ run }) => run);
  }

  setPriority(): void {
    throw new Error('turns are by who asks');
  }

  #lineOf(isKnown: boolean): Line {
    return isKnown ? this.#known : this.#new;
  }

  #all(): InLine[] {
    return [...this.#known.values(), ...this.#new.values()].flat();
  }
}

/**
 * Who gives up its place to a newcomer where all places are taken: the last one of the site that has most of them. Half
 * of the places are for those whose answers have been known before.
 *
 * @returns undefined where the newcomer has no better claim than all others
 */
export function whoLeaves<One extends Asker>(waiting: Iterable<One>, newcomer: Asker): One | undefined {
  const all = [...waiting];
  const like = all.filter(({ isKnown }) => isKnown === newcomer.isKnown);
  const isShort = like.length < Math.floor(all.length / 2);
  const rivals = isShort ? all.filter(({ isKnown }) => isKnown !== newcomer.isKnown) : like;
  const countOf = (origin: string) => rivals.filter((one) => one.origin === origin).length;
  const most = Math.max(...rivals.map(({ origin }) => countOf(origin)));
  if (!isShort && most <= countOf(newcomer.origin) + 1) return undefined;
  return rivals.findLast(({ origin }) => countOf(origin) === most);
}
