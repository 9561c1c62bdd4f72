/** What a setting may be, as package.json says it: the part of JSON Schema that is used there. */
export interface SettingSchema {
  readonly type?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly items?: SettingSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly additionalProperties?: boolean | SettingSchema;
}

/** What a manifest says of all settings, whichever group of its settings they stand in, by their whole names. */
export function schemasOf(manifest: Manifest): Readonly<Record<string, SettingSchema>> {
  return Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties));
}

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, SettingSchema>> }[];
  };
}

/** Longer texts are no paths and no names, longer lists are not made by hand; the server takes no more. */
const LONGEST_TEXT = 32_768;
const LONGEST_LIST = 10_000;

/**
 * A value as its schema allows it: numbers within their bounds, of lists and tables what fits, one text where a list of texts is
 * wanted as that list; anything else is the default.
 *
 * @example fitting({ type: 'number', minimum: 1, default: 5 }, '7') // 5
 */
export function fitting(schema: SettingSchema, value: unknown): unknown {
  const fitted = FITTED[schema.type ?? '']?.(schema, value);
  return fitted === undefined ? schema.default : fitted;
}

/** By type: the value as it fits, undefined where it does not. */
const FITTED: Readonly<Record<string, (schema: SettingSchema, value: unknown) => unknown>> = {
  boolean: (_, value) => (typeof value === 'boolean' ? value : undefined),
  number: ({ minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER }, value) =>
    typeof value === 'number' && !Number.isNaN(value) ? Math.min(Math.max(value, minimum), maximum) : undefined,
  string(schema, value) {
    if (typeof value !== 'string' || value.length > LONGEST_TEXT) return undefined;
    const { minLength = 0, pattern, enum: known } = schema;
    const isAllowed = value.length >= minLength && (!pattern || new RegExp(pattern, 'u').test(value));
    return isAllowed && (!known || known.includes(value)) ? value : undefined;
  },
  array({ items = {}, maxItems = LONGEST_LIST }, value) {
    const list = Array.isArray(value) ? value : typeof value === 'string' ? [value] : undefined;
    const fitted = list
      ?.map(item => fitting({ ...items, default: undefined }, item))
      .filter(item => item !== undefined);
    // A list that was meant to be empty is: not one of nothing but mistakes.
    return list && list.length > 0 && fitted?.length === 0 ? undefined : fitted?.slice(0, maxItems);
  },
  object({ properties = {}, additionalProperties = true, required = [] }, value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const others = typeof additionalProperties === 'object' ? additionalProperties : undefined;
    const fitted = Object.entries(value).flatMap(([name, inner]) => {
      const schema = Object.hasOwn(properties, name) ? properties[name] : others;
      const kept = schema && fitting({ ...schema, default: undefined }, inner);
      return kept === undefined ? [] : [[name, kept] as const];
    });
    const table = Object.fromEntries(fitted);
    return required.every(name => name in table) ? table : undefined;
  },
};
