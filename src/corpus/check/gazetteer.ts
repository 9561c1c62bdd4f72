import { areaList } from '@vant/area-data';
import type { Gazetteer } from '../../engine/check/leftover/gazetteer';

let names: ReadonlySet<string> | undefined;

/** 开发区 and the like are entries of the list, and no names. */
const KIND = /^(?:经济|技术|高新|工业|产业|开发|示范|郊|城|矿|新|园)+区$/;

/** The provinces, cities and counties of the country, by their full names; read when first asked. The only door to the data. */
export const gazetteer: Gazetteer = {
  has(name) {
    names ??= new Set(
      [areaList.province_list, areaList.city_list, areaList.county_list].flatMap(list =>
        Object.values(list).filter(name => !KIND.test(name)),
      ),
    );
    return names.has(name);
  },
};
