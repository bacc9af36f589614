import { agents } from './agents';
import type { Checks } from './check';
import { ciServices } from './ciServices';
import { commands } from './commands';
import { containers } from './containers';
import { packages } from './packages';
import { platforms } from './platforms';
import { programs } from './programs';
import { published } from './published';

export const checks: Checks = {
  ...agents,
  ...ciServices,
  ...commands,
  ...containers,
  ...packages,
  ...platforms,
  ...programs,
  ...published,
};
