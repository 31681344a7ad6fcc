/**
 * What people stated: claims, events and settlements, the numbers and words they are made of, and
 * how each sits against the maps.
 */
package org.territorydelta.model.claim;
