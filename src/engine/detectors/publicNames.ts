/** Prefixes whose variables bundlers write into what the browser gets. */
const publicPrefix =
  /^(?:NEXT_PUBLIC_|VITE_|REACT_APP_|PUBLIC_|NUXT_PUBLIC_|EXPO_PUBLIC_|GATSBY_|VUE_APP_|STORYBOOK_|NG_APP_|RSBUILD_PUBLIC_)/;

/** Whether bundlers write the variable's value into what the browser gets. */
export const isPublicName = (name: string): boolean => publicPrefix.test(name);
