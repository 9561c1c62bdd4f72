/** A number in characters: 三, 六十五, 三到五. */
export const NUMBER = /[零〇一二三四五六七八九十百千万亿两]+(?:[到至][零〇一二三四五六七八九十百千万亿两]+)?/g;
/** 半年, 半个月; 上半年 is no half. */
export const HALF = /(?<![上下前后大多小过一])半(?=年|个?月|小时|天(?!半))/g;
