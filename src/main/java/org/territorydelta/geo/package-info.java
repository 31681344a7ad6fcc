/**
 * Exact areas, repair, robust overlay, partitions, changed edges and their faces, local planes,
 * lengths and directions of pieces, narrow ground, spatial order, reprojection, WKB. The only
 * package that uses GeoTools and JTS' algorithms.
 *
 * <p>The frame: coordinates stay longitude/latitude (OGC:CRS84) from file to output, edges are
 * straight in them, and area is exact on the WGS84 ellipsoid for such edges. Nothing is projected
 * before an overlay. Planes serve for lengths, and to shrink and grow ground by them; what comes
 * out of that is brought back before it meets other ground.
 */
package org.territorydelta.geo;
