import type { Runtime } from './runtime';

export const angular = {
  id: 'angular',
  title: 'Angular',
  claims: ({ dependencies }) => dependencies.has('@angular/core') && !dependencies.has('@nestjs/core'),
  side: ({ path }) =>
    /^src\//.test(path) && !/(?:^|\/)server\.ts$|\.server\.ts$/.test(path) ? 'client' : undefined,
  envFiles: [],
} as const satisfies Runtime;
