/** Why a guard could not be set up, taken out or looked at: one sentence for the user. Nothing is left half done. */
export class GuardError extends Error {}
