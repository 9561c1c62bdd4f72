import { areaList } from '@vant/area-data';
import type { Gazetteer } from '../../engine/check/leftover/gazetteer';

let names: ReadonlySet<string> | undefined;

/** The provinces, cities and counties of the country, by their full names; read when first asked. The only door to the data. */
export const gazetteer: Gazetteer = {
  has(name) {
    names ??= new Set(
      [areaList.province_list, areaList.city_list, areaList.county_list].flatMap(list => Object.values(list)),
    );
    return names.has(name);
  },
};
