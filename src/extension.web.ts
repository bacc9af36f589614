export const activate = (): void => {};
