import { kindsOf } from '../detectors/detector';
import { detectors } from '../detectors/index';
import type { Policy } from './parsePolicy';

export type { Policy, PolicyProblem } from './parsePolicy';

/** The name of a project's policy file, in its root. */
export const policyFile = '.keystow.json';

/** Reads a policy; what that takes is loaded with the first one. */
export async function readPolicy(text: string): Promise<Policy> {
  const { parsePolicy } = await import('./parsePolicy');
  return parsePolicy(text, new Set(detectors.flatMap((one) => kindsOf(one).map(({ rule }) => rule))));
}
