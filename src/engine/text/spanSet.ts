import { overlaps, type Span } from './span';

/** Spans without overlaps, asked by binary search. */
export class SpanSet {
  #spans: Span[] = [];

  overlaps(span: Span): boolean {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.end ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const next = this.#spans[low];
    return next !== undefined && overlaps(next, span);
  }

  add(spans: readonly Span[]): void {
    this.#spans = [...this.#spans, ...spans].sort((a, b) => a.start - b.start);
  }
}
