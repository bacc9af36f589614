/** A member of what a model sends that is a text with something in it. */
export function textIn(input: unknown, name: string): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const value: unknown = Reflect.get(input, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
