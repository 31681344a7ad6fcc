/**
 * Exact areas, repair, robust overlay, partitions, changed edges and their faces, local planes,
 * reprojection, WKB. The only package that uses GeoTools and JTS' algorithms.
 *
 * <p>The frame: coordinates stay longitude/latitude (OGC:CRS84) from file to output, edges are
 * straight in them, and area is exact on the WGS84 ellipsoid for such edges. Nothing is projected
 * before an overlay. Planes serve for lengths alone.
 */
package org.territorydelta.geo;
