/** Why a repository could not be audited: one sentence for the user, exit code 2. */
export class GitAuditError extends Error {}
