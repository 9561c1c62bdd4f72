import { fullWidthEdits } from '../../text/fullWidth';
import { applyEdits, type Mapped } from './mapped';

const MOST_PASSES = 8;
/** What a pass may change; plain digits and letters cannot be. */
const HALF_WIDTH_MARK =
  /[,;:!?.()"'<>\-\u2015\u2500\u2501\u301d\u301e\ufe50-\ufe6b\uff05\uff07\uff02\uff0d\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff61-\uff65]/;

/** The text with Chinese punctuation. A mark made full-width can be the Chinese neighbour of another: until nothing changes. */
export function widened(mapped: Mapped): Mapped {
  let result = mapped;
  for (let pass = 0; pass < MOST_PASSES && HALF_WIDTH_MARK.test(result.text); pass++) {
    const next = applyEdits(result, fullWidthEdits(result.text));
    if (next.text === result.text) break;
    result = next;
  }
  return result;
}
