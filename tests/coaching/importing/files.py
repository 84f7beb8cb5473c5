"""Exports made up for these tests, in the shapes that other trackers write."""

STRONG_UNITS = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;"
    "Workout Notes"
)
ROW_UNITS = '2025-03-04 18:05:09;"Pull";"Deadlift (Barbell)";{order};{weight};kg;{reps};{rpe};;;0;"{note}";""'
STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
STRONG_ROW = '2025-03-04 18:05:09,"Pull",56m,"Deadlift (Barbell)",{order},{weight},{reps},0,{seconds},"","",{rpe}'
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_{unit}","reps","distance_{far}","duration_seconds","rpe"'
)
HEVY_ROW = (
    '"Pull ☀","{date}","{date}","two\nlines","Deadlift (Barbell)",,"{note}",'
    '{index},"{kind}",{weight},{reps},,{held},{rpe}'
)
FITNOTES = "Date,Exercise,Category,Weight ({unit}),Reps,Distance,Distance Unit,Time"
FITNOTES_UNITS = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time"


def file(*lines: str, end: str = "\n") -> bytes:
    return "".join(f"{line}{end}" for line in lines).encode()


def strong_units(order: object = 1, weight: object = 100, reps: object = 8, rpe: object = "", note: str = "") -> str:
    return ROW_UNITS.format(order=order, weight=weight, reps=reps, rpe=rpe, note=note)


def strong(order: object = 1, weight: object = 100, reps: object = 8, seconds: object = 0, rpe: object = "") -> str:
    return STRONG_ROW.format(order=order, weight=weight, reps=reps, seconds=seconds, rpe=rpe)


def hevy(
    weight: object = 100,
    reps: object = 8,
    *,
    date: str = "4 Mar 2025, 18:05",
    kind: str = "normal",
    index: int = 0,
    held: object = "",
    note: str = "",
    rpe: object = "",
) -> str:
    return HEVY_ROW.format(weight=weight, reps=reps, date=date, kind=kind, index=index, held=held, note=note, rpe=rpe)
