/** A font as bytes: the bundler puts it into the bundle. */
declare module '*.woff' {
  const bytes: Uint8Array;
  // eslint-disable-next-line import-x/no-default-export -- this is how the bundler gives them
  export default bytes;
}
