import { previewText } from '../templates/template';
import type { Offer } from './offer';

/** A row as plain text, slots as they are shown: `三是抓□□`. */
export function offeredText(offer: Offer): string {
  switch (offer.kind) {
    case 'phrase':
    case 'marker':
    case 'saying':
      return offer.text;
    case 'member':
    case 'recurring':
      return offer.label;
    case 'frame':
      return previewText(offer.template);
  }
}
