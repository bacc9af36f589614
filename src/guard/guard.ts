/** The only door to setting up guards: the CLI and the editor call the same functions. Loaded when one is asked for. */
export { GuardError } from './errors';
export { type GuardState, guardStates, installGuard, uninstallGuard } from './guard.node';
export { tools } from './tools';
