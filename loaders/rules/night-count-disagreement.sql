SELECT NULL AS contract_uid, o.source_id, o.record_number, 'people_count' AS field, o.people_count::VARCHAR AS declared,
  NULL AS repaired,
  concat(
    o.edition, ' : ',
    coalesce(
      string_agg(concat(n.people_count, ' (', n.status, ')'), ' ou ' ORDER BY n.status) FILTER (n.edition IS NOT NULL),
      'édition absente de la table des totaux, une ligne à ajouter'
    )
  ) AS evidence,
  NULL AS effect_eur
FROM staged_night_open_data o
LEFT JOIN staged_night_count n ON n.edition = o.edition AND n.perimeter = 'paris'
GROUP BY o.source_id, o.record_number, o.edition, o.people_count
HAVING NOT coalesce(bool_or(n.people_count = o.people_count), false)
