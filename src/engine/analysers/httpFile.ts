import type { Analyser } from './analyser';

/** Requests as REST Client, httpYac and JetBrains read them. */
export const httpFile = {
  id: 'http-file',
  claims: { languageIds: ['http', 'rest'], extensions: ['.http', '.rest'] },
  places: () => () => ({ kind: 'config', movable: true }),
} as const satisfies Analyser;
