import type { Bilingual } from '../../engine/text/bilingual';

/**
 * Where a library is kept: a folder, a web server, a bucket. Objects never change and are named by what is in them; the manifest
 * alone is replaced. Every method throws `StoreError` where the store cannot be reached or refuses.
 */
export interface Store {
  /** What the writer calls it: `s3://bucket/prefix`, a folder, an address. Without keys. */
  readonly target: string;
  /** The manifest and its version; `null` where there is none, `same` where it still is the `known` version. */
  readManifest(known?: string): Promise<StoredManifest | null | 'same'>;
  /**
   * Puts a manifest in the place of the version that was read (`null`: where there is none). `null` where somebody else has put
   * another one there meanwhile: nothing is changed then. Else its version.
   */
  replaceManifest(bytes: Uint8Array, read: string | null): Promise<string | null>;
  /** The bytes of an object; `null` where there is none. More than `most` bytes are an error. */
  readObject(name: string, most: number, receiving?: Receiving): Promise<Uint8Array | null>;
  /** Bytes [from, from + length) of an object. One that is not there, or shorter, is an error. */
  readRange(name: string, from: number, length: number): Promise<Uint8Array>;
  /** Is it there, and has it so many bytes, where they are given? */
  hasObject(name: string, bytes?: number): Promise<boolean>;
  writeObject(name: string, bytes: Uint8Array): Promise<void>;
  /** One that is not there is as good as removed. */
  removeObject(name: string): Promise<void>;
}

/** Who waits for an object. */
export interface Receiving {
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
  /** So many more bytes are here. A folder tells of none before all are. */
  readonly arrived?: (bytes: number) => void;
}

/** A manifest as it was read. */
export interface StoredManifest {
  readonly bytes: Uint8Array;
  /** Equal for equal manifests; to be given back as it is. */
  readonly version: string;
}

/** Why a store did not do what was asked; the message names it and says what to do. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
  constructor(
    readonly told: Bilingual,
    options?: ErrorOptions,
  ) {
    super(told.en, options);
  }
}

/** Name of the manifest, the only thing in a store that is ever replaced. */
export const MANIFEST = 'library.json';

/** Some file systems are slow with a hundred thousand names in a folder. */
export const objectPath = (name: string): string => `objects/${name.slice(0, 2)}/${name}`;

/** What may be wrong with a store, as the writer is told it; `target`: the store, without keys. */
export const storeErrors = {
  tooLarge: (target: string, name: string): StoreError =>
    new StoreError({
      zh: `资料库 ${target} 中的 ${name} 比清单里写的大，没有读入。请让发布者加上 --force 重新发布。`,
      en: `${name} in the library ${target} is larger than it says: it was not read. Ask its publisher to publish again with --force.`,
    }),
  missing: (target: string, name: string): StoreError =>
    new StoreError({
      zh: `资料库 ${target} 缺少 ${name}。请让发布者重新发布。`,
      en: `${name} is missing from the library ${target}. Ask its publisher to publish again.`,
    }),
  wrong: (target: string, name: string): StoreError =>
    new StoreError({
      zh: `资料库 ${target} 中的 ${name} 与清单不符，没有使用。请让发布者加上 --force 重新发布。`,
      en: `${name} in the library ${target} is not what its manifest says: it was not used. Ask its publisher to publish again with --force.`,
    }),
  unreachable: (target: string, cause: unknown): StoreError =>
    becauseOfCertificate(target, cause) ??
    (isOfProxy(cause) ? storeErrors.proxyRefused(target, cause) : undefined) ??
    new StoreError(
      {
        zh: `连不上资料库 ${target}（${reasonOf(cause)}）。请检查网络和地址。`,
        en: `The library ${target} cannot be reached (${reasonOf(cause)}). Check the network and the address.`,
      },
      { cause },
    ),
  unsound: (target: string, name: string, part: string): StoreError =>
    new StoreError({
      zh: `资料库 ${target} 中的 ${name} 内容有误（${part}），没有使用。请联系发布者。`,
      en: `${name} in the library ${target} contradicts itself (${part}): it was not used. Speak to its publisher.`,
    }),
  refused: (target: string, status: number): StoreError =>
    new StoreError(
      {
        zh: `资料库 ${target} 拒绝访问（${status}）。请检查密钥和权限。`,
        en: `The library ${target} refuses access (${status}). Check the keys and the rights.`,
      },
      { cause: { code: String(status) } },
    ),
  failed: (target: string, status: number): StoreError =>
    new StoreError(
      {
        zh: `资料库 ${target} 出错（${status}）。请稍后再试。`,
        en: `The library ${target} answers with an error (${status}). Try again later.`,
      },
      { cause: { code: String(status) } },
    ),
  untrusted: (target: string, reason: string, cause: unknown): StoreError =>
    new StoreError(
      {
        zh: `资料库 ${target} 的证书不受信任（${reason}），没有读取。请把签发机构的证书装进系统，或用 NODE_EXTRA_CA_CERTS 指明。`,
        en: `The certificate of the library ${target} is not trusted (${reason}): nothing was read. Install the certificate of its authority in the system, or name it by NODE_EXTRA_CA_CERTS.`,
      },
      { cause },
    ),
  proxyRefused: (target: string, cause: unknown): StoreError =>
    new StoreError(
      {
        zh: `代理服务器拒绝连接资料库 ${target}。请检查 http.proxy 设置或 HTTPS_PROXY 中的地址、用户名和密码。`,
        en: `The proxy refuses to connect to the library ${target}. Check address, user and password in the setting http.proxy, or in HTTPS_PROXY.`,
      },
      { cause },
    ),
  foreignProxy: (target: string, proxy: URL): StoreError =>
    new StoreError({
      zh: `资料库 ${target} 要经过的代理 ${proxy.protocol}//${proxy.host} 不能使用：只支持 http:// 和 https:// 代理。`,
      en: `The library ${target} would be reached through ${proxy.protocol}//${proxy.host}, which cannot be used: a proxy begins with http:// or https://.`,
    }),
  keysInAddress: (host: string): StoreError =>
    new StoreError({
      zh: `地址里不要写用户名和密码（${host}）。请用“设置资料库密钥…”命令保存。`,
      en: `Leave user and password out of the address (${host}): the command “Set Keys of Library…” keeps them.`,
    }),
  readOnly: (target: string): StoreError =>
    new StoreError({
      zh: `${target} 只能读取。请发布到文件夹或 s3:// 存储桶。`,
      en: `${target} can only be read. Publish to a folder or to an s3:// bucket.`,
    }),
  notALibrary: (target: string): StoreError =>
    new StoreError({
      zh: `${target} 里没有资料库。请检查地址，或先用 fanben publish 发布。`,
      en: `There is no library at ${target}. Check the address, or publish one with fanben publish.`,
    }),
};

const PASSING = /^(?:429|50\d|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|UND_ERR_SOCKET|UND_ERR_CONNECT_TIMEOUT)$/;

/** May it help to ask again in a moment? The store has too much to do, or the line broke. */
export const isPassing = (error: unknown): boolean => PASSING.test(causeOf(error).code ?? '');

/** Does it say something of the store rather than of one object? Then others would fail, too. */
export const isOfStore = (error: unknown): boolean => error instanceof StoreError && error.cause !== undefined;

/** Of a failed `fetch` the cause says more. */
function reasonOf(error: unknown): string {
  const { code, message } = causeOf(error);
  return (typeof code === 'string' ? code : message) ?? String(error); // an aborted request has a number
}

function causeOf(error: unknown): { readonly code?: string | undefined; readonly message?: string | undefined } {
  const { code, message, cause } = error as NodeJS.ErrnoException;
  return cause && typeof cause === 'object' ? causeOf(cause) : { code, message };
}

/** As Node calls what is wrong with a certificate. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|_ALTNAME_/;

function becauseOfCertificate(target: string, error: unknown): StoreError | undefined {
  const { code = '' } = causeOf(error);
  return CERTIFICATE.test(code) ? storeErrors.untrusted(target, code, error) : undefined;
}

const isOfProxy = (error: unknown): boolean => /proxy/i.test(causeOf(error).message ?? '');
