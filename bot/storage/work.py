"""What is one transaction? Every repository, on one connection."""

from sqlalchemy import Connection

from bot.storage.athletes import SqlAthletes
from bot.storage.bests import SqlBests
from bot.storage.broadcasts import SqlBroadcasts
from bot.storage.changes import SqlChanges
from bot.storage.dead_letters import SqlDeadLetters
from bot.storage.figures import SqlFigures
from bot.storage.gyms import SqlGyms
from bot.storage.history import SqlHistory
from bot.storage.hurts import SqlHurts
from bot.storage.imports import SqlImports
from bot.storage.inbox import SqlInbox
from bot.storage.log import SqlLog
from bot.storage.notes import SqlNotes
from bot.storage.open_questions import SqlOpenQuestions
from bot.storage.orders import SqlOrders
from bot.storage.outbox import SqlOutbox
from bot.storage.plans import SqlPlans
from bot.storage.progress import SqlProgress
from bot.storage.push_states import SqlPushStates
from bot.storage.reminders import SqlReminders
from bot.storage.sent_pictures import SqlSentPictures
from bot.storage.sessions import SqlSessions
from bot.storage.talks import SqlTalks
from bot.storage.timers import SqlTimers
from bot.storage.uploads import SqlUploads
from bot.storage.weekly_reports import SqlWeeklyReports
from bot.storage.weigh_ins import SqlWeighIns


class SqlWork:
    def __init__(self, connection: Connection) -> None:
        self.talks = SqlTalks(connection)
        self.hurts = SqlHurts(connection)
        self.athletes = SqlAthletes(connection, self.talks, self.hurts)
        self.log = SqlLog(connection)
        self.changes = SqlChanges(connection)
        self.history = SqlHistory(connection)
        self.imports = SqlImports(connection)
        self.uploads = SqlUploads(connection)
        self.orders = SqlOrders(connection)
        self.bests = SqlBests(connection)
        self.progress = SqlProgress(connection)
        self.weigh_ins = SqlWeighIns(connection)
        self.notes = SqlNotes(connection)
        self.sessions = SqlSessions(connection)
        self.plans = SqlPlans(connection)
        self.gyms = SqlGyms(connection)
        self.weekly_reports = SqlWeeklyReports(connection)
        self.reminders = SqlReminders(connection)
        self.push_states = SqlPushStates(connection)
        self.timers = SqlTimers(connection)
        self.open_questions = SqlOpenQuestions(connection)
        self.inbox = SqlInbox(connection)
        self.outbox = SqlOutbox(connection)
        self.sent_pictures = SqlSentPictures(connection)
        self.dead_letters = SqlDeadLetters(connection)
        self.broadcasts = SqlBroadcasts(connection)
        self.figures = SqlFigures(connection)
