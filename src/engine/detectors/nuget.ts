import { allOf, length, matching } from './accepts';
import { type Detector, digits, lower } from './detector';

/** NuGet. */
export const nuget = {
  id: 'nuget',
  title: 'NuGet',
  kinds: [
    {
      rule: 'nuget-api-key',
      title: 'NuGet API key',
      prefixes: ['oy2'],
      alphabet: `${digits}${lower}`,
      accepts: allOf(length(43), matching(/\d/)),
      envName: 'NUGET_API_KEY',
      manage: 'https://www.nuget.org/account/apikeys',
      usage: 'https://www.nuget.org/account/Packages',
      source: {
        url: 'https://github.com/praetorian-inc/noseyparker/blob/main/crates/noseyparker/data/default/builtin/rules/nuget.yml',
        read: '2026-11-24',
      },
      example: (random) => `oy2${random(`${lower}234567`, 42)}7`,
    },
  ],
} as const satisfies Detector;
