import type { Rule } from '../model/rule';

/** What a rule about something else than a recognised key says of itself. */
export type HygieneRule = Pick<Rule, 'id' | 'title' | 'severity' | 'off' | 'description'>;
