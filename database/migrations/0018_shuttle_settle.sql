-- What repeats or sums up the rest of a timetable, made anew after its trips, services or times were written: has_headway,
-- the service and the end of each stop time, which services depart at a stop, the counts, the first and the last day.
CREATE FUNCTION settle_timetable(org integer, of_timetable integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE timetable_trip p SET has_headway = NOT p.has_headway
  WHERE p.org_id = org AND p.timetable_key = of_timetable AND p.has_headway <> EXISTS (SELECT FROM trip_frequency f
    WHERE f.org_id = org AND f.timetable_key = of_timetable AND f.trip_key = p.trip_key);
  UPDATE stop_time x SET service_key = p.service_key, has_headway = p.has_headway, is_last = x.stop_sequence = l.last
  FROM timetable_trip p
  JOIN (SELECT trip_key, max(stop_sequence) AS last FROM stop_time WHERE org_id = org AND timetable_key = of_timetable
    GROUP BY trip_key) l USING (trip_key)
  WHERE p.org_id = org AND p.timetable_key = of_timetable AND x.org_id = org AND x.timetable_key = of_timetable
    AND x.trip_key = p.trip_key AND (x.service_key, x.has_headway, x.is_last)
      IS DISTINCT FROM (p.service_key, p.has_headway, x.stop_sequence = l.last);
  DELETE FROM stop_service WHERE org_id = org AND timetable_key = of_timetable;
  INSERT INTO stop_service (org_id, timetable_key, stop_key, service_key, last_departure, lines, last_of_lines)
  SELECT org, of_timetable, stop_key, service_key, max(departure), array_agg(line ORDER BY line),
    array_agg(departure ORDER BY line)
  FROM (SELECT x.stop_key, x.service_key, p.route_key * 2 + coalesce(p.direction_id, 0) AS line,
      max(x.departure) AS departure
    FROM stop_time x JOIN timetable_trip p ON p.org_id = org AND p.timetable_key = of_timetable AND p.trip_key = x.trip_key
    WHERE x.org_id = org AND x.timetable_key = of_timetable AND NOT x.is_last AND NOT x.has_headway AND x.pickup_type <> 1
    GROUP BY 1, 2, 3) l
  GROUP BY stop_key, service_key;
  UPDATE timetable t SET
    counts = (SELECT jsonb_build_object(
      'routes', (SELECT count(*) FROM timetable_route r WHERE r.org_id = org AND r.timetable_key = of_timetable),
      'stops', (SELECT count(*) FROM timetable_stop s WHERE s.org_id = org AND s.timetable_key = of_timetable),
      'trips', (SELECT count(*) FROM timetable_trip p WHERE p.org_id = org AND p.timetable_key = of_timetable),
      'stopTimes', (SELECT count(*) FROM stop_time x WHERE x.org_id = org AND x.timetable_key = of_timetable),
      'services', (SELECT count(*) FROM timetable_service v WHERE v.org_id = org AND v.timetable_key = of_timetable),
      'frequencies', (SELECT count(*) FROM trip_frequency f WHERE f.org_id = org AND f.timetable_key = of_timetable))),
    (first_day, last_day) = (SELECT least(min(v.starts_on), min(e.day)), greatest(max(v.ends_on), max(e.day))
      FROM timetable_service v LEFT JOIN service_exception e ON e.org_id = v.org_id
        AND e.timetable_key = v.timetable_key AND e.service_key = v.service_key AND e.is_added
      WHERE v.org_id = org AND v.timetable_key = of_timetable)
  WHERE t.org_id = org AND t.timetable_key = of_timetable;
END $$;
