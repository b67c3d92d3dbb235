/** What the build puts into a program as a text, or beside it. */
declare module '*?inline' {
  /** `data:font/ttf;base64,…` */
  const address: string;
  export default address;
}

declare module '*?raw' {
  const text: string;
  export default text;
}

declare module '*.wasm' {
  /** In workers, which compile no program that comes as bytes. */
  const program: WebAssembly.Module;
  export default program;
}
