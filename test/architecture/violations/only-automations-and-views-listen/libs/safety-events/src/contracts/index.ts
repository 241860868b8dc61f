export interface HarmRatedV1 { readonly harm: string }
