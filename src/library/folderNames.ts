/**
 * A name of one folder, that leads nowhere else on any system: no separator, no drive, no character that is not seen, and at its end no
 * dot or blank, which Windows takes away (`.. ` is `..` there).
 */
export function isName(name: string): boolean {
  return name !== '' && !NOT_IN_NAMES.test(name) && !AT_NO_END.test(name);
}

/** What stands for a name that is none elsewhere: `a:b` → `a_b`. */
export function nameOnAnySystem(name: string): string {
  return name.replace(new RegExp(NOT_IN_NAMES, 'g'), '_').replace(AT_NO_END, '_') || '_';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_IN_NAMES = /[\\/:\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
const AT_NO_END = /[. ]+$/;
