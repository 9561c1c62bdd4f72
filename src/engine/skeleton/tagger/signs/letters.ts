/** Letters that are in joints and verbs rather than in names. */
export const FUNCTION = /[的了是和与及或就也都要把被让给着过不]/;
