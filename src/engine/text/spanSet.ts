import { overlaps, type Span } from './span';

/** Spans without overlaps, asked by binary search. */
export class SpanSet {
  readonly #spans: Span[] = [];

  /** What these take up, which may overlap each other. */
  static over(spans: readonly Span[]): SpanSet {
    const set = new SpanSet();
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
      const last = set.#spans.at(-1);
      if (last === undefined || last.end <= start) set.#spans.push({ start, end });
      else if (last.end < end) set.#spans[set.#spans.length - 1] = { start: last.start, end };
    }
    return set;
  }

  overlaps(span: Span): boolean {
    const next = this.#spans[this.#indexAfter(span.start)];
    return next !== undefined && overlaps(next, span);
  }

  add(span: Span): void {
    this.#spans.splice(this.#indexAfter(span.start), 0, span);
  }

  /** The first span that ends behind a place. */
  #indexAfter(place: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.end ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
