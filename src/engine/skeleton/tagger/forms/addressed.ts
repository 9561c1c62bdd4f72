import { isPersonShaped } from './personShape';

/** How somebody is addressed by a family name: 邱|师傅, 查|奶奶. */
const ADDRESS =
  /^(?:师傅|大爷|大娘|大妈|大叔|大婶|大伯|大姐|大嫂|大哥|阿姨|阿婆|奶奶|爷爷|婆婆|老太太|老太|老汉|老爹|老板|老伯|姐姐|妹妹)$/;

/** 厍师傅, 荀大爷: a family name and how one is addressed, together somebody's name. */
export const isAddressed = (text: string): boolean => ADDRESS.test(text.slice(1)) && isPersonShaped(`${text[0]}某`);
