// The two days of a clip: that on which it was published, and that on which it was kept.
export const AXES = ['published', 'kept'] as const;
export type Axis = (typeof AXES)[number];
