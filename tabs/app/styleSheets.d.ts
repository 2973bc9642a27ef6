/** A style sheet of one part: the names in it as Vite has made them unique. */
declare module '*.module.css' {
  const names: Readonly<Record<string, string>>;
  export default names;
}

declare module 'virtual:themes.css';
