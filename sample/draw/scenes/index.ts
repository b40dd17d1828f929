// Every picture of the sample edition by its file name.
import { bookstore } from './bookstore.ts';
import { busStation } from './bus-station.ts';
import { chartEmployment } from './chart-employment.ts';
import { chartTransit } from './chart-transit.ts';
import { citrusOrchard } from './citrus-orchard.ts';
import { cityHall } from './city-hall.ts';
import { communityClinic } from './community-clinic.ts';
import { containerPort } from './container-port.ts';
import { courierRiders } from './courier-riders.ts';
import { cyclingPath } from './cycling-path.ts';
import { dragonBoat } from './dragon-boat.ts';
import { factoryLine } from './factory-line.ts';
import { fireDrill } from './fire-drill.ts';
import { fishingBoats } from './fishing-boats.ts';
import { floodLevee } from './flood-levee.ts';
import { footballPitch } from './football-pitch.ts';
import { harborDawn } from './harbor-dawn.ts';
import { hospitalLobby } from './hospital-lobby.ts';
import { housingBlocks } from './housing-blocks.ts';
import { kilnPottery } from './kiln-pottery.ts';
import { labMicroscope } from './lab-microscope.ts';
import { lanternFestival } from './lantern-festival.ts';
import { libraryReadingRoom } from './library-reading-room.ts';
import { mangroveBoardwalk } from './mangrove-boardwalk.ts';
import { mapDistricts } from './map-districts.ts';
import { marathonStart } from './marathon-start.ts';
import { museumHall } from './museum-hall.ts';
import { nightMarket } from './night-market.ts';
import { noodleShop } from './noodle-shop.ts';
import { oldStreetRain } from './old-street-rain.ts';
import { oldTownRoofs } from './old-town-roofs.ts';
import { operaStage } from './opera-stage.ts';
import { paddyTerraces } from './paddy-terraces.ts';
import { paperCutWorkshop } from './paper-cut-workshop.ts';
import { pressRoom } from './press-room.ts';
import { railwayStation } from './railway-station.ts';
import { restStation } from './rest-station.ts';
import { schoolPlayground } from './school-playground.ts';
import { shipyardCrane } from './shipyard-crane.ts';
import { solarRoof } from './solar-roof.ts';
import { stormClouds } from './storm-clouds.ts';
import { tableTennis } from './table-tennis.ts';
import { teaHills } from './tea-hills.ts';
import { telescopeNight } from './telescope-night.ts';
import { tongRiverBridge } from './tong-river-bridge.ts';
import { tramDriver } from './tram-driver.ts';
import { tramLine2 } from './tram-line-2.ts';
import { vegetableMarket } from './vegetable-market.ts';
import { wetlandBirds } from './wetland-birds.ts';
import { windTurbines } from './wind-turbines.ts';

export const scenes: Record<string, () => string> = {
  bookstore: bookstore,
  'bus-station': busStation,
  'chart-employment': chartEmployment,
  'chart-transit': chartTransit,
  'citrus-orchard': citrusOrchard,
  'city-hall': cityHall,
  'community-clinic': communityClinic,
  'container-port': containerPort,
  'courier-riders': courierRiders,
  'cycling-path': cyclingPath,
  'dragon-boat': dragonBoat,
  'factory-line': factoryLine,
  'fire-drill': fireDrill,
  'fishing-boats': fishingBoats,
  'flood-levee': floodLevee,
  'football-pitch': footballPitch,
  'harbor-dawn': harborDawn,
  'hospital-lobby': hospitalLobby,
  'housing-blocks': housingBlocks,
  'kiln-pottery': kilnPottery,
  'lab-microscope': labMicroscope,
  'lantern-festival': lanternFestival,
  'library-reading-room': libraryReadingRoom,
  'mangrove-boardwalk': mangroveBoardwalk,
  'map-districts': mapDistricts,
  'marathon-start': marathonStart,
  'museum-hall': museumHall,
  'night-market': nightMarket,
  'noodle-shop': noodleShop,
  'old-street-rain': oldStreetRain,
  'old-town-roofs': oldTownRoofs,
  'opera-stage': operaStage,
  'paddy-terraces': paddyTerraces,
  'paper-cut-workshop': paperCutWorkshop,
  'press-room': pressRoom,
  'railway-station': railwayStation,
  'rest-station': restStation,
  'school-playground': schoolPlayground,
  'shipyard-crane': shipyardCrane,
  'solar-roof': solarRoof,
  'storm-clouds': stormClouds,
  'table-tennis': tableTennis,
  'tea-hills': teaHills,
  'telescope-night': telescopeNight,
  'tong-river-bridge': tongRiverBridge,
  'tram-driver': tramDriver,
  'tram-line-2': tramLine2,
  'vegetable-market': vegetableMarket,
  'wetland-birds': wetlandBirds,
  'wind-turbines': windTurbines,
};
