declare const KEYSTOW_VERSION: string;

/** From package.json, put in by the build; `0.0.0` where the sources run unbundled. */
export const version: string = typeof KEYSTOW_VERSION === 'string' ? KEYSTOW_VERSION : '0.0.0';
