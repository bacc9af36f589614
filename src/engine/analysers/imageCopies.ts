import { Add, Copy, DockerfileParser } from 'dockerfile-ast';
import { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';

/** The first `COPY . .` or its like: the whole build context goes into the image. */
export function folderCopy(text: string): Span | undefined {
  if (!/^[ \t]*(?:COPY|ADD)\b/im.test(text)) return undefined;
  const found = DockerfileParser.parse(text)
    .getInstructions()
    .find((one) => {
      if (!(one instanceof Copy) && !(one instanceof Add)) return false;
      if (one.getFlags().some((flag) => flag.getName() === 'from')) return false;
      const sources = one
        .getArguments()
        .map((argument) => argument.getValue().replace(/^\[?"|",?$|"?\]$/g, ''));
      return sources.slice(0, -1).some((source) => /^(?:\.|\.\/|\/|\*|\.\/\*)$/.test(source));
    });
  return found === undefined ? undefined : new SourceText(text).spanOf(found.getRange());
}
